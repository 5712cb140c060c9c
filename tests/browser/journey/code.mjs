// The codes of an authenticator app (RFC 6238: six digits, 30 seconds, HMAC-SHA-1).
import {createHmac} from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function bytesOf(letters) {
  const bits = [...letters.toUpperCase()].filter((one) => LETTERS.includes(one))
    .map((one) => LETTERS.indexOf(one).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g).map((one) => parseInt(one, 2)));
}

export function codeOf(secret, at = Date.now()) {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const sum = createHmac('sha1', bytesOf(secret)).update(step).digest();
  const place = sum[19] & 15;
  return String((sum.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
