"""Integrasi: exchange with e-Kinerja BKN and SIASN in their own formats; nobody types twice."""
