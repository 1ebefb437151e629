#include "CEmbeddedPack.h"
