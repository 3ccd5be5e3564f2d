"""The machine room: users, clock, errors, workflow step, audit chain, receipts, outbox, files.

It stores ``instansi_id`` and (kind, id) as plain columns: it knows no organisation.
"""
