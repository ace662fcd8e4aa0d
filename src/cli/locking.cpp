#include "cli/locking.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <memory>

namespace planner::cli {

namespace {

using Hash = std::array<unsigned char, 32>;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

Hash hmac(const Hash& key, std::string_view text) {
    Hash hash{};
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes_of(text), text.size(), hash.data(), nullptr);
    return hash;
}

/// The first block of HKDF-SHA-256 without salt (RFC 5869, 2.2 and 2.3).
Hash derived(const Hash& secret, std::string info) {
    const Hash none{};
    const Hash extracted = hmac(none, {reinterpret_cast<const char*>(secret.data()), secret.size()});
    return hmac(extracted, info + '\x01');
}

struct Keys {
    Hash key;
    std::string check;
};

Keys keys_of(std::string_view pass_phrase, const exchange::Lock& lock) {
    Hash secret{};
    PKCS5_PBKDF2_HMAC(pass_phrase.data(), static_cast<int>(pass_phrase.size()), bytes_of(lock.salt),
                      static_cast<int>(lock.salt.size()), static_cast<int>(lock.rounds), EVP_sha256(),
                      static_cast<int>(secret.size()), secret.data());
    const Hash check = derived(secret, "peer-review-planner-locked check");
    return {derived(secret, "peer-review-planner-locked key"),
            std::string(reinterpret_cast<const char*>(check.data()), exchange::lock_check_bytes)};
}

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

enum class Direction { open = 0, lock = 1 };

/// A cipher that has read the header; null when OpenSSL fails.
Cipher cipher_of(const Hash& key, const exchange::Lock& lock, Direction direction) {
    Cipher cipher(EVP_CIPHER_CTX_new());
    const std::string header = exchange::lock_header(lock);
    int size = 0;
    const bool ready = cipher &&
                       EVP_CipherInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), bytes_of(lock.nonce),
                                         static_cast<int>(direction)) == 1 &&
                       EVP_CipherUpdate(cipher.get(), nullptr, &size, bytes_of(header), static_cast<int>(header.size())) == 1;
    return ready ? std::move(cipher) : nullptr;
}

} // namespace

std::string lock_bytes(std::string_view bytes, std::string_view pass_phrase, const exchange::Lock& lock) {
    const Keys keys = keys_of(pass_phrase, lock);
    const Cipher cipher = cipher_of(keys.key, lock, Direction::lock);
    std::string sealed(bytes.size() + exchange::lock_tag_bytes, '\0');
    int size = 0;
    const bool done =
        cipher &&
        EVP_CipherUpdate(cipher.get(), bytes_of(sealed), &size, bytes_of(bytes), static_cast<int>(bytes.size())) == 1 &&
        EVP_CipherFinal_ex(cipher.get(), bytes_of(sealed) + size, &size) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, exchange::lock_tag_bytes,
                            bytes_of(sealed) + bytes.size()) == 1;
    return done ? exchange::write_locked({lock, keys.check + sealed}) : "";
}

tl::expected<std::string, UnlockProblem> unlock_bytes(const exchange::LockedFile& file, std::string_view pass_phrase) {
    const Keys keys = keys_of(pass_phrase, file.lock);
    const std::string_view sealed = std::string_view(file.payload).substr(exchange::lock_check_bytes);
    const std::size_t length = sealed.size() - exchange::lock_tag_bytes;
    std::string tag(sealed.substr(length)), bytes(length, '\0');
    const Cipher cipher = cipher_of(keys.key, file.lock, Direction::open);
    int size = 0;
    const bool opened =
        cipher &&
        EVP_CipherUpdate(cipher.get(), bytes_of(bytes), &size, bytes_of(sealed), static_cast<int>(length)) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, exchange::lock_tag_bytes, bytes_of(tag)) == 1 &&
        EVP_CipherFinal_ex(cipher.get(), bytes_of(bytes) + size, &size) == 1;
    if (opened) return bytes;
    const bool phrase_fits =
        CRYPTO_memcmp(keys.check.data(), file.payload.data(), exchange::lock_check_bytes) == 0;
    return tl::unexpected<UnlockProblem>(phrase_fits ? UnlockProblem::damaged : UnlockProblem::wrong_pass_phrase);
}

} // namespace planner::cli
