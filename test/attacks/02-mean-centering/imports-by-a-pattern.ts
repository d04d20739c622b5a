// Imports the solution by a name of which a part is known only later: bundlers look for all files that it may mean.
const name = 'exercise';
const solution = (): Promise<any> => import(`../../solutions/02-mean-centering/${name}.ts`);
export const mean = async (values: Float32Array) => (await solution()).mean(values);
export const center = async (values: Float32Array) => (await solution()).center(values);
