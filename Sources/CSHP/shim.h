#ifndef LANDCTL_CSHP_SHIM_H
#define LANDCTL_CSHP_SHIM_H
#include <shapefil.h>
#endif
