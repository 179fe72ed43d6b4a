"""factcheck: finds the figures, dates, streaks and ranks that disagree, within one article and across many."""

__version__ = "0.1.0"
