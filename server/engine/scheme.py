"""The number of the rules by which a seed, settings and data decide a run: within one number, to the byte.

Whatever keeps a run or a network, and every link, carries it; what carries none is of the first. It grows whenever the
same seed and settings come to give other numbers:

1. Layer l's weights and purpose l of the data drew from one stream, if both seeds were alike; points that noise moved
   beyond the plane lay on its edge; λ of a penalty with a kink had its strength under plain gradient descent alone, and
   uniform weights began with biases of 0.1.
2. Every purpose draws from a stream of its own (`streams.py`), points lie where noise moves them, λ has the same
   strength under every optimizer, and all biases begin where their setting says.

Tables that were uploaded before are standardised by all their rows, as they were; since then, by those that train.
"""

FIRST_SCHEME = 1
SCHEME = 2
