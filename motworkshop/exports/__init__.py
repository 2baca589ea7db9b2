"""The outputs of a workshop, one module per kind: report, poster, workbook, slides, pictures, CSV."""
