"""`python -m glassbox.words`: gathers all there is to say, and tells how much of it each language has."""

import sys


def main() -> int:
    """Update the catalogues; 1 where what reads the code is not installed."""
    try:
        from glassbox.words.extraction import update
    except ImportError:
        print("This needs Babel: pip install 'glassbox[test]' brings it.", file=sys.stderr)
        return 1
    from glassbox.words.languages import languages

    update()
    for language in languages():
        print(f"{language.tag}: {language.share:.1%} of all sentences")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
