#ifndef LANDCTL_CZLIB_SHIM_H
#define LANDCTL_CZLIB_SHIM_H
#include <zlib.h>
// The macro that starts an inflation cannot be called from Swift; minus 15 is a stream without
// header, as ZIP archives hold it.
static inline int landctl_inflate_init(z_stream *stream) { return inflateInit2(stream, -15); }
// 15 + 16 is a stream with the header and the checksum of gzip.
static inline int landctl_gunzip_init(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
#endif
