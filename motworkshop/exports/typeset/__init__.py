"""The typesetting ground of the PDF exports: fonts, measured text, sheets, flow, documents.

User text is drawn character by character and never parsed as markup. The layers, from the ground:
`clean` and `bidi` prepare text, `face` and `fonts` choose glyphs, `wrap` breaks lines, `sheet` draws
on one page, `flow` and `table` run over many, `document` numbers them and writes the file.
"""
