"""The words of which one that resumes is made: a first and a second, of some 2,000 pairs, plain to read and to type."""

FIRST = (
    "amber", "apple", "autumn", "blue", "brass", "breeze", "bright", "butter", "candle", "canvas", "cedar",
    "cherry", "chestnut", "cloud", "clover", "coconut", "copper", "coral", "cotton", "crystal", "desert",
    "early", "ember", "evening", "feather", "forest", "frost", "ginger", "golden", "grape", "green", "harbor",
    "hazel", "honey", "indigo", "island", "ivory", "jasmine", "lemon", "linen", "maple", "marble", "meadow",
    "mint",
)  # fmt: skip
SECOND = (
    "anchor", "basket", "bell", "bench", "boat", "bottle", "bridge", "brook", "button", "cabin", "candle",
    "castle", "chair", "clock", "coin", "comb", "cradle", "cup", "door", "drum", "fence", "flute", "fountain",
    "garden", "gate", "hammer", "harp", "hat", "hill", "kettle", "kite", "ladder", "lake", "lamp", "lantern",
    "mill", "mirror", "needle", "paddle", "pencil", "piano", "pillow", "pocket", "river", "roof", "saddle",
    "sail", "scarf", "shoe", "spoon", "stone", "tower",
)  # fmt: skip
