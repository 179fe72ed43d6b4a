"""Sentences as phrases and clauses: closed-class words, verb forms, and a few rules. No model, no guesses about meaning."""
