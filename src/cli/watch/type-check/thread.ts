import { dirname, join, relative } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import ts from 'typescript';
import type { Answer, Question, TypeError } from './type-checker';

// TypeScript takes a second to begin with, and then some tens of milliseconds for a file that has changed. In a
// thread of its own it holds up neither the tests nor the keys.

const root = workerData as string;
const project = join(root, 'lessons', 'tsconfig.json');
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(project, (file) => ts.sys.readFile(file)).config,
  { ...ts.sys, readDirectory: () => [] },
  dirname(project),
);

let exercise = '';
const host: ts.LanguageServiceHost = {
  getCompilationSettings: () => options,
  getScriptFileNames: () => [exercise],
  // A file is another one as soon as it was written at another time.
  getScriptVersion: (file) => String(ts.sys.getModifiedTime?.(file)?.getTime()),
  getScriptSnapshot: (file) => {
    const text = ts.sys.readFile(file);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => root,
  getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
  fileExists: (file) => ts.sys.fileExists(file),
  readFile: (file) => ts.sys.readFile(file),
  readDirectory: ts.sys.readDirectory,
  directoryExists: (folder) => ts.sys.directoryExists(folder),
  getDirectories: (folder) => ts.sys.getDirectories(folder),
};
const registry = ts.createDocumentRegistry();
let service = ts.createLanguageService(host, registry);

/** An import that leads nowhere. */
const NOT_FOUND = 2307;

parentPort?.on('message', ({ number, file }: Question) => {
  exercise = join(root, file);
  const answer: Answer = { number, errors: ts.sys.fileExists(exercise) ? typeErrors(exercise) : [] };
  parentPort?.postMessage(answer);
});

function typeErrors(file: string): TypeError[] {
  const found = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
  // The service does not look for it again as long as the exercise stays as it is: the next one will.
  if (found.some(({ code }) => code === NOT_FOUND)) service = ts.createLanguageService(host, registry);
  return found.map(({ messageText, start, file: source }) => ({
    file: relative(root, source?.fileName ?? file),
    line: (source?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0) + 1,
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
}
