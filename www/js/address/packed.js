// A document in the letters of a link: deflated, and in base64 for addresses.

/** The longest text that is taken out of a link, in bytes: a few letters can say very much more. */
const MOST_BYTES = 4 * 2 ** 20;
/** Bytes that become letters at a time: a call has only so many arguments. */
const PORTION = 2 ** 13;

/** Why letters say no document. */
export class Damage extends Error {}

/**
 * @param {string} text
 * @returns {Promise<string>}
 */
export async function packed(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let characters = '';
  for (let i = 0; i < bytes.length; i += PORTION) {
    characters += String.fromCharCode(...bytes.subarray(i, i + PORTION));
  }
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * @param {string} letters
 * @returns {Promise<unknown>} what the document's text says; a `Damage` is thrown where there is none
 */
export async function unpacked(letters) {
  try {
    const bytes = Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return JSON.parse(await limited(stream));
  } catch (thrown) {
    throw new Damage(String(thrown));
  }
}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream */
async function limited(stream) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = stream.getReader();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > MOST_BYTES) {
      reader.cancel().catch(() => {});
      throw new Damage('too long');
    }
    text += decoder.decode(value, { stream: true });
  }
}
