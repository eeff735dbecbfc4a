#ifndef COMPILED_PACK_H
#define COMPILED_PACK_H

/// Where the compiled pack lies in the program, at a multiple of 64; it is never unpacked.
const void *_Nonnull compiled_pack(void);

/// How many bytes it has.
long compiled_pack_size(void);

#endif
