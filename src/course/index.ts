export { answerKeyModule } from './answer-key-module';
export { bring, type Brought, type BroughtLesson } from './bring';
export { builtAnswerKey } from './built-answer-key';
export { bundledSuite } from './bundled-suite';
export { dependsOn, lessonsTouchedBy } from './depends-on';
export { exerciseState, isAdopted, isWorthKeeping, type ExerciseState } from './exercise-state';
export { fileTrouble, FileTrouble } from './file-trouble';
export { hasSolution } from './has-solution';
export { hintsOf, nextHint, type Hint, type TaskHints } from './hints';
export { lessonsProject } from './lessons-project';
export { linesOf } from './lines-of';
export { exercisesOf, findLesson, foldersIn, lessonWith, listLessons, type Lesson } from './lessons';
export { OtherCourse } from './other-course';
export { located, progressOf, type FailedTest, type LessonProgress, type Status } from './progress';
export { remembered, rememberProgress, verdictKeys } from './progress-memory';
export {
  bundledExercise,
  fileOn,
  loadShelf,
  shelfError,
  ShelfError,
  unreadable,
  type Shelf,
} from './load-shelf';
export { adopt, reset, type Replaced } from './replace-exercise';
export { root } from './root';
export { listMisconceptions, loadAnswerKey, loadMisconception, loadModule, loadSuite } from './shelves';
export { keyOfFolders } from './verdict-key';
export { writeWhole } from './write-whole';
export { currentLesson, standingOf, type Standing } from './standing';
