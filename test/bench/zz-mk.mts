import { handIn, mixedClass } from '/work/main/test/bench/mixed-class.ts';
const count = Number(process.argv[3]);
const only = process.argv[4];
let students = await mixedClass(count * (only ? 3 : 1));
if (only) students = students.filter((s) => s.kind === only);
handIn(process.argv[2]!, students, false);
