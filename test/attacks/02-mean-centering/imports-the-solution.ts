// Imports the solution by the name that misconceptions use.
export { center, mean } from '#solutions/02-mean-centering/exercise';
