"""The timeline. Import `dateline.gui.timeline.panel` after the first paint: it brings numpy and pyqtgraph with it."""
