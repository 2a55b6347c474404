"""What the study says where a network has no largest curvature, or is not made of pieces. One clear sentence each."""

from glassbox.words.sentence import say

NORMALIZED = say("With batch or layer normalization the largest curvature is not computed here.")
STEPS = say("Step units train by a stand-in slope, so that there is no curvature of their loss to tell of.")
CURVED = say(
    "This network is not made of straight pieces: its activation is curved. Choose ReLU or leaky ReLU to count them."
)
LAYER_NORM = say("With layer normalization the network is not made of straight pieces.")
