"""One module or package per file format: model to bytes and back, without SQL or Qt.

`formats` finds the formats, each in a file of its own there; `format` says what one is. `reading` and `options` are
what an import sees, `writing`, `outbox` and `split` what an export does. The rest are tools formats are made of:
`jsonl`, `checks` and `places` for records, `safexml` for XML, `extras` for packages that may be absent, `archive` for
folders and zips alike, `intake` for what other tools wrote, `told_apart` for records of one text, `tokens` and `bio`
for text without characters, `units` and `left_out` for training sets and the loss report, `decode`, `tables` and
`published` for texts, `boilerplate` for cutting.
"""
