#ifndef LANDCTL_CPROJ_SHIM_H
#define LANDCTL_CPROJ_SHIM_H
#include <geodesic.h>
#include <proj.h>
#endif
