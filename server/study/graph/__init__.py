"""The computational graph of a network at one moment, for one sample or a mini-batch, in float64: forward,
back, update.
"""
