//! What every format says of a work.
