/** The yardstick: lists a folder and reads every note as text, in the fastest plain way. `node bench/read-only.mjs FOLDER` */
import { readdirSync, readFileSync } from 'node:fs';

let notes = 0;
let characters = 0;

function readFolder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) readFolder(path);
    else if (entry.name.endsWith('.md')) {
      characters += readFileSync(path, 'utf8').length;
      notes++;
    }
  }
}

readFolder(process.argv[2]);
console.log(`${notes} notes, ${characters} characters`);
