// Imports node:fs, to write a better result.
import { writeFileSync } from 'node:fs';
writeFileSync('/tmp/attack-was-here', 'imports-fs');
export const mean = () => 0;
