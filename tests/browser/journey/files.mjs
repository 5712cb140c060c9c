// Files as people choose them, drop them and paste them.
import {deflateSync} from 'node:zlib';

export function file(name, text, mimeType = 'text/plain') {
  return {name, mimeType, buffer: Buffer.from(text)};
}

function chunk(kind, bytes) {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), bytes]);
  let sum = 0xffffffff;
  for (const one of body) {
    sum ^= one;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  const end = Buffer.alloc(4);
  end.writeUInt32BE((sum ^ 0xffffffff) >>> 0);
  return Buffer.concat([length, body, end]);
}

// A picture of one color, in the form that screenshots have.
export function picture(width = 320, height = 200) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width * 3 + 1), 0x90);
  for (let row = 0; row < height; row += 1) rows[row * (width * 3 + 1)] = 0;
  const parts = [['IHDR', head], ['IDAT', deflateSync(rows)], ['IEND', Buffer.alloc(0)]];
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, ...parts.map(([kind, bytes]) => chunk(kind, bytes))]);
}

// Drops files on a place of the page.
export async function drop(window, selector, files) {
  const given = files.map(({name, mimeType, buffer}) => ({name, mimeType, text: buffer.toString('latin1')}));
  const data = await window.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const {name, mimeType, text} of all) {
      const bytes = Uint8Array.from(text, (one) => one.charCodeAt(0));
      transfer.items.add(new File([bytes], name, {type: mimeType}));
    }
    return transfer;
  }, given);
  for (const kind of ['dragenter', 'dragover', 'drop']) await window.dispatchEvent(selector, kind, {dataTransfer: data});
}

// Puts a picture on the clipboard and pastes it with the keys that people press.
export async function paste(person, bytes) {
  await person.context.grantPermissions(['clipboard-write']);
  await person.window.bringToFront();
  await person.window.evaluate(async (text) => {
    const blob = new Blob([Uint8Array.from(text, (one) => one.charCodeAt(0))], {type: 'image/png'});
    await navigator.clipboard.write([new ClipboardItem({'image/png': blob})]);
  }, bytes.toString('latin1'));
  await person.window.keyboard.press('Control+V');
}
