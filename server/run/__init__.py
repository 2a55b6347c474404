"""One run: the network in training, its past, and its pictures. Plain and synchronous, worked on in a thread;
no asyncio here.
"""
