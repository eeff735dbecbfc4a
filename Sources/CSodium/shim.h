#ifndef XIAOER_CSODIUM_H
#define XIAOER_CSODIUM_H

#include <sodium.h>

// Seals with XChaCha20-Poly1305. A wrapper, because the original takes two arguments that must be NULL
// and a length that it writes to a pointer: here the box is always message plus 16 bytes.
static inline int xiaoer_seal(unsigned char *box, const unsigned char *message, size_t length,
                              const unsigned char *context, size_t context_length,
                              const unsigned char *nonce, const unsigned char *key) {
  return crypto_aead_xchacha20poly1305_ietf_encrypt(box, NULL, message, length, context,
                                                    context_length, NULL, nonce, key);
}

// Opens such a box; -1 when a bit of box, context, nonce or key is another. A wrapper for the same reason.
static inline int xiaoer_open(unsigned char *message, const unsigned char *box, size_t length,
                              const unsigned char *context, size_t context_length,
                              const unsigned char *nonce, const unsigned char *key) {
  return crypto_aead_xchacha20poly1305_ietf_decrypt(message, NULL, NULL, box, length, context,
                                                    context_length, nonce, key);
}

// BLAKE2b of at most 64 bytes. A wrapper, because the original's optional key would be two more pointers.
static inline int xiaoer_hash(unsigned char *hash, size_t hash_length, const unsigned char *message,
                              size_t length) {
  return crypto_generichash(hash, hash_length, message, length, NULL, 0);
}

#endif
