"""What follows a result: coaching, development, reward, talent, promotion.

The room proposes and prepares; a named person decides, with a document. Topics, one module of each
shelf: ``tindakan`` (from result to action), ``pengembangan``, ``penghargaan``, ``talenta``.
"""
