"""What the tool proposes: propagation of labels, spans that were tagged elsewhere, likely fillers of roles."""
