//! What expressions yield, in what form, and what is said of those that fail.

mod arithmetic;
mod flagged;
mod forms;
mod lists;
mod places;
mod refuted;
mod table;
mod times;
mod words;
