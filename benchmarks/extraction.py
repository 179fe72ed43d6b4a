"""What a full reading of claims costs beside the reading of quantities alone, and how it grows with the text.

    python benchmarks/extraction.py [FILE…]

Ratios of processor time in one process, the two in turns, article by article. Without files: this project's own articles.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import factcheck  # noqa: E402
from factcheck.article import Article  # noqa: E402
from factcheck.extract.claims import extract_claims  # noqa: E402

ROUNDS = 7
LENGTHS = (1, 10, 100)


def own_articles() -> list[Path]:
    folders = (ROOT / "seeds", ROOT / "tests" / "voices", ROOT / "tests" / "voices" / "pairs")
    files = [path for folder in folders for path in sorted(folder.iterdir())]
    return [path for path in files if path.suffix in (".md", ".txt") and path.name != "wanted.txt"]


def seconds(work: Callable[[Article], object], article: Article) -> float:
    begin = time.process_time()
    work(article)
    return time.process_time() - begin


def quantities_alone(article: Article) -> object:
    return factcheck.quantities(article.prose)


def ratio(articles: list[Article]) -> float:
    """Cost of all claims over that of all quantities: for each article the best of some rounds, in turns."""
    works = (quantities_alone, extract_claims)
    best = [[float("inf")] * len(articles) for _ in works]
    for _ in range(ROUNDS):
        for number, article in enumerate(articles):
            for work, times in zip(works, best, strict=True):
                times[number] = min(times[number], seconds(work, article))
    return sum(best[1]) / sum(best[0])


def rates(texts: list[str]) -> list[tuple[int, float]]:
    """(characters, characters a second) for one text repeated 1, 10 and 100 times, paragraph by paragraph."""
    text = "\n\n".join(texts)[:4000]
    found = []
    for times in LENGTHS:
        article = factcheck.article("\n\n".join([text] * times), path="long.txt")
        found.append((len(article.text), len(article.text) / seconds(extract_claims, article)))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    files = parser.parse_args().files or own_articles()
    articles = [factcheck.read(path) for path in files]
    print(f"{len(articles)} articles, {sum(len(a.prose) for a in articles):,} characters")
    print(f"claims cost {ratio(articles):.2f} times what quantities alone cost")
    for length, rate in rates([article.text for article in articles]):
        print(f"{length:>9,} characters: {rate:>9,.0f} a second")


if __name__ == "__main__":
    main()
