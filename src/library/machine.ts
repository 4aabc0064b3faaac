/** What reading a file needs of the machine: hashes and signatures, by Web Crypto. Browsers and Node have it. */
import type { MachineTools, VerifySignature } from '../dataset/authoring.ts';
import { sha256Of } from './sha256.ts';

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));

const verify: VerifySignature = async ({ key, value }, text) => {
  const { subtle } = crypto;
  try {
    const publicKey = await subtle.importKey('raw', bytesOf(key), 'Ed25519', false, ['verify']);
    const bytes = new TextEncoder().encode(text);
    return await subtle.verify('Ed25519', publicKey, bytesOf(value), bytes);
  } catch (error) {
    // Anything else is about the key: most 32 bytes are one, but not all.
    return error instanceof DOMException && error.name === 'NotSupportedError' ? undefined : false;
  }
};

export const MACHINE: MachineTools = { sha256: sha256Of, verify };
