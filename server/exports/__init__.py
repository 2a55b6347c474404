"""Turns a trained network into things to take home: files that open here again, programs, ONNX, a table of its history.

The face to other rooms, all plain functions of plain values:

    network_copy.NetworkCopy     what to take home; `plane_inputs` says it for the two coordinates of the plane
    formats.Format               the files one may choose from, with the words of a menu
    take_home.take_home          (copy, format) -> Download: a name, a media type and bytes
    history_csv.history_csv      the curves of a run as a Download
    reading.read_network         the bytes of a JSON file, from anyone -> NetworkCopy, or a Refusal in one sentence

They take up to a second for the largest networks: call them in a worker thread. The words are in `words.py`,
`formats.py` and, for the programs, in `templates/`.
"""
