import { createHmac } from "node:crypto";

/** The code that an authenticator shows for a Base32 secret (RFC 6238: SHA-1, six digits, 30 seconds) at an instant, in milliseconds. */
export function totp(secret, at) {
  const bits = [...secret.replace(/[\s=]/g, "").toUpperCase()].map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac("sha1", key).update(step).digest();
  const from = hash.at(-1) & 15;
  return String((hash.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
