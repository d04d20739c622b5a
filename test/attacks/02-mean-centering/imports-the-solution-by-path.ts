// Imports the solution by a relative path.
export { center, mean } from '../../solutions/02-mean-centering/exercise';
