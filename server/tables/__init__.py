"""Data of one's own: tables that were uploaded and points that were drawn, as observations to train on. No web in here.

The way of a table: `reading.read_table` (bytes, never trusted) → `preview.preview` (what to choose from) →
`chosen.make_points` (observations). The way of a drawing: `drawn.drawn`. Both are kept in a `byte_lru.ByteLRU` under an
unguessable name; `download.points_as_csv` takes any data home. Whatever cannot be used is `refused.Refused` in one
sentence.
"""
