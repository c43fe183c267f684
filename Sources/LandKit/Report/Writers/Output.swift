// Whoever writes reports needs the files they are written to.
@_exported import LandOutput
