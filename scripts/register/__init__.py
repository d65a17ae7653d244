"""The tables of the register (登记册): made from tables of facts, and held to their canonical form."""
