#include "CompiledPack.h"

// The build's plugin writes the file that holds these two (CompiledPack.S).
extern const unsigned char xiaoer_pack[];
extern const unsigned char xiaoer_pack_end[];

const void *compiled_pack(void) { return xiaoer_pack; }

long compiled_pack_size(void) { return xiaoer_pack_end - xiaoer_pack; }
