"""The command line (命令行): `egovkit --help` lists the commands. Needs the extra `cli`."""
