"""A class in one room: the state of rooms and its rules, pure and synchronous.

`server/web/classroom` lets people in.
"""
