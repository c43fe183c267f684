#ifndef LANDCTL_CGEOS_SHIM_H
#define LANDCTL_CGEOS_SHIM_H
// Only the re-entrant functions: each call names its context, so workers never share one.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>

// Swift cannot build a C function that takes variable arguments, so the message handlers that
// GEOS offers with `...` are not used; these two take the finished text.
static inline void landctl_geos_handlers(
    GEOSContextHandle_t context, GEOSMessageHandler_r on_error, void *user_data) {
  GEOSContext_setErrorMessageHandler_r(context, on_error, user_data);
}
#endif
