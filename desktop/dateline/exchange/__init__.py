"""One module per file format: model to bytes and back, without SQL or Qt."""
