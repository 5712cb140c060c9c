//! One model laid over another: what a page does not tell, added to what it tells.

use super::model::Trust;
use crate::id::{Id, Spot};

impl Trust {
    /// This model with another one laid over it. What has an id of this model takes its place; what
    /// has another id is added behind. Nothing is checked: ids that stand twice in the other model
    /// still stand twice.
    #[must_use]
    pub fn lay_over(mut self, over: Self) -> Self {
        lay(&mut self.providers, over.providers, |it| &it.id);
        lay(&mut self.standards, over.standards, |it| &it.id);
        lay(&mut self.editions, over.editions, |it| &it.id);
        lay(&mut self.clouds, over.clouds, |it| &it.id);
        lay(&mut self.services, over.services, |it| &it.id);
        lay(&mut self.bodies, over.bodies, |it| &it.id);
        lay(&mut self.offerings, over.offerings, |it| &it.id);
        lay(&mut self.certificates, over.certificates, |it| &it.id);
        lay(&mut self.reports, over.reports, |it| &it.id);
        lay(&mut self.statements, over.statements, |it| &it.id);
        lay(&mut self.questions, over.questions, |it| &it.id);
        lay(&mut self.resources, over.resources, |it| &it.id);
        lay(&mut self.systems, over.systems, |it| &it.id);
        lay(&mut self.texts, over.texts, |it| &it.id);
        lay(&mut self.pages, over.pages, |it| &it.id);
        self
    }
}

fn lay<T>(below: &mut Vec<T>, over: Vec<T>, id: impl Fn(&T) -> &Spot<Id>) {
    let own = below.len();
    for one in over {
        let same = |it: &&mut T| id(it).value == id(&one).value;
        // Only what was there before gives way, so that a repetition stays one.
        match below.iter_mut().take(own).find(same) {
            Some(place) => *place = one,
            None => below.push(one),
        }
    }
}

#[cfg(test)]
mod tests;
