export { findLesson, foldersIn, listLessons, type Lesson } from './lessons';
export { root } from './root';
export {
  listMisconceptions,
  loadMisconception,
  loadModule,
  loadSuite,
  type Misconception,
} from './shelves';
