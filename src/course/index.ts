export { adopt, isAdopted } from './adoption';
export { hintsOf, nextHint, type TaskHints } from './hints';
export { lessonsProject } from './lessons-project';
export { findLesson, foldersIn, lessonWith, listLessons, type Lesson } from './lessons';
export { located, progressOf, type FailedTest, type LessonProgress, type Status } from './progress';
export { fileOn, loadShelf, ShelfError, type Shelf } from './load-shelf';
export { root } from './root';
export { listMisconceptions, loadAnswerKey, loadMisconception, loadModule, loadSuite } from './shelves';
