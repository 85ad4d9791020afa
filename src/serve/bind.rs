//! The place where the preview listens: this machine only.

use std::io;
use std::net::{Ipv4Addr, TcpListener};

/// How many ports are tried from the first on.
const TRIES: u16 = 100;

/// A port on 127.0.0.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Port {
    /// This one, or none. 0 is any that is free.
    Exactly(u16),
    /// The first that is free from this one on.
    From(u16),
}

impl Port {
    pub(super) fn bind(self) -> io::Result<TcpListener> {
        match self {
            Self::Exactly(port) => listen(port),
            Self::From(first) => {
                let last = first.saturating_add(TRIES - 1);
                let taken = |tried: &io::Result<_>| {
                    tried.as_ref().is_err_and(|e| e.kind() == io::ErrorKind::AddrInUse)
                };
                let mut tries = (first..last).map(listen);
                tries.find(|tried| !taken(tried)).unwrap_or_else(|| listen(last))
            }
        }
    }
}

fn listen(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        let message = match error.kind() {
            io::ErrorKind::AddrInUse => format!("port {port} is taken"),
            _ => format!("port {port} cannot be used: {error}"),
        };
        io::Error::new(error.kind(), message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_is_passed_over_unless_it_was_named() {
        let held = Port::Exactly(0).bind().unwrap();
        let port = held.local_addr().unwrap().port();
        let next = Port::From(port).bind().unwrap().local_addr().unwrap();
        assert_ne!(next.port(), port);
        assert!(next.ip().is_loopback());
        let error = Port::Exactly(port).bind().unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AddrInUse);
        assert_eq!(error.to_string(), format!("port {port} is taken"));
    }
}
