"""Data of one's own: tables that were uploaded and points that were drawn, as observations to train on. No web in here.

The way of a table: `reading.read_table` (bytes, never trusted, and `wishes`, where it can be read in several ways) →
`preview.preview` (what to choose from, and `questions`) → `chosen.make_points` (observations); `facts` are what a
column is and can be. The way of a drawing: `drawn.drawn`. Both are kept in a `byte_lru.ByteLRU` under an
unguessable name; `download.points_as_csv` takes any data home. Whatever cannot be used is `refused.Refused` in one
sentence.
"""
