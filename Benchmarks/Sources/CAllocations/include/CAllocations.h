#pragma once
// How often this process has asked for memory, or -1 where that cannot be counted.
long allocations_so_far(void);
