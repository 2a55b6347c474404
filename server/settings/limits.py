"""How much of everything a person may ask for; bounds of settings, of the catalogue and of what is uploaded."""

MOST_HIDDEN_LAYERS = 8
MOST_UNITS = 128
MOST_SAMPLES = 5000
MOST_OF_A_PART = MOST_SAMPLES // 2  # of those that train, and of those that test, where each has its number
MOST_INPUTS = 64  # columns that data may have
MOST_TABLE_BYTES = 2 * 1024 * 1024  # of an uploaded file
MOST_SEED = 2**31 - 1
MOST_DROPOUT = 0.9
